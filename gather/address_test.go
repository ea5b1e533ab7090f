package gather

import "testing"

func TestPublicAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://ona:pw@odrin.example/n/1":                             "https://odrin.example/n/1",
		"https://ona@odrin.example/n/1":                                "https://odrin.example/n/1",
		"https://ona:p@w@odrin.example:8080/n/1":                       "https://odrin.example:8080/n/1",
		"https://ona:p/w@odrin.example/n/1":                            "https://odrin.example/n/1",
		"//ona:pw@odrin.example/":                                      "//odrin.example/",
		"ftp://ona:pw@odrin.example/":                                  "ftp://odrin.example/",
		"ona:pw@odrin.example/n/1":                                     "odrin.example/n/1",
		"https://odrin.example/n/1?id=7&token=x#top":                   "https://odrin.example/n/1?id=7#top",
		"https://odrin.example/n?access_token=x":                       "https://odrin.example/n",
		"https://odrin.example/n?X-Amz-Signature=x&b=1&API-Key=c":      "https://odrin.example/n?b=1",
		"https://odrin.example/n?a=1;sid=9;b=2":                        "https://odrin.example/n?a=1;b=2",
		"https://odrin.example/n;jsessionid=A1?x=1":                    "https://odrin.example/n?x=1",
		"https://odrin.example/n#access_token=x&state=1":               "https://odrin.example/n#state=1",
		"https://odrin.example/n#/in?token=x":                          "https://odrin.example/n#/in",
		"https://odrin.example/n?u=https%3A%2F%2Fa%3Ab%40c.example%2F": "https://odrin.example/n?u=https%3A%2F%2Fc.example%2F",
		"https://odrin.example/n?%74oken=x&q=1":                        "https://odrin.example/n?q=1",
		"https://odrin.example/@ona/1?keyword=sig":                     "https://odrin.example/@ona/1?keyword=sig",
		"https://odrin.example:8080/a@b":                               "https://odrin.example:8080/a@b",
		"ona@odrin.example":                                            "ona@odrin.example",
		"p1":                                                           "p1",
		"note: see ona@odrin.example":                                  "note: see ona@odrin.example",
	} {
		if got := PublicAddress(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	if got := PublicText(`asking "https://ona:pw@odrin.example/x?sig=1": no answer`); got != `asking "https://odrin.example/x": no answer` {
		t.Errorf("got %s", got)
	}
}

func FuzzPublicAddress(f *testing.F) {
	f.Add("https://ona:pw@odrin.example/n/1?id=7&token=x#top")
	f.Fuzz(func(t *testing.T, s string) {
		if once := PublicAddress(s); len(once) > len(s)*3 {
			t.Errorf("%q grows to %q", s, once)
		}
		PublicText(s)
	})
}
