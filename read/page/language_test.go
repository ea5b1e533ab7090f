package page

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/text"
)

// The language of running text, by its small words or by its script; too little to go by, or two languages alike, is "und" unless the
// markup decides.
func TestLanguage(t *testing.T) {
	for want, sentence := range map[string]string{
		"en": "The port of Sel was shut on Monday, and the governor said that it will not be opened before the end of the week.",
		"de": "Der Hafen von Sel ist seit Montag geschlossen, und die Gouverneurin sagte, dass er nicht vor dem Ende der Woche wieder öffnen wird.",
		"fr": "Le port de Sel est fermé depuis lundi, et la gouverneure a dit que les navires ne seront pas dans la ville avant la fin de la semaine.",
		"es": "El puerto de Sel está cerrado desde el lunes, y la gobernadora dijo que no se abrirá antes del fin de la semana para los barcos.",
		"ru": "Порт Сель закрыт с понедельника, и губернатор сказала, что он не будет открыт до конца недели, как это было и в прошлом году.",
		"uk": "Порт Сіль закрито з понеділка, і губернаторка сказала, що він не буде відкритий до кінця тижня, як це було і в минулому році.",
		"ar": "أغلق ميناء سيل منذ يوم الاثنين، وقالت المحافظة إنه لن يفتح قبل نهاية الأسبوع أمام السفن القادمة من الشمال.",
		"zh": "塞尔港自星期一起关闭，省长说，在本周末之前不会重新开放，来自北方的船只正在港外等候。",
		"ja": "セル港は月曜日から閉鎖されており、知事は週末まで再開しないと述べた。北からの船は港の外で待っている。",
		"el": "Το λιμάνι του Σελ είναι κλειστό από τη Δευτέρα, και η κυβερνήτης είπε ότι δεν θα ανοίξει πριν από το τέλος της εβδομάδας.",
	} {
		for _, form := range []gather.Form{gather.HTML, gather.Flat} {
			if p := Read(en.Language, gather.Page{Bytes: []byte("<p>" + strings.Repeat(sentence+" ", 2)), Form: form}); p.Language != want {
				t.Errorf("%s, form %d: got %s", want, form, p.Language)
			}
		}
	}
	for _, words := range []string{"Port shut", "12 May 2019", "Zwxq vbnm plokm ijnuh bygvt fcrdx esz qwert zuiop asdfg"} {
		if p := Read(en.Language, gather.Page{Bytes: []byte(words)}); p.Language != "und" {
			t.Errorf("%q: got %s", words, p.Language)
		}
	}
}

// Marks that turn the direction of writing, characters without width and letters that look alike stay in the text as they are, and lead to
// their bytes.
func TestInvisibleCharacters(t *testing.T) {
	src := "<p>The port of \u202eleS\u202c was shut, Ma\u200brrow and М\u0430rrow said on Mon\u00adday in the town.</p>"
	for _, form := range []gather.Form{gather.HTML, gather.Article} {
		p := Read(en.Language, gather.Page{Bytes: []byte(src), Form: form})
		if !strings.Contains(string(p.Text), "\u202eleS\u202c was shut, Ma\u200brrow and М\u0430rrow said on Mon\u00adday") {
			t.Errorf("form %d: %q", form, p.Text)
		}
		whole(t, p, len(src))
		reread(t, p, []byte(src))
	}
}

// Whatever bytes a charset step is given, its text is valid, and its characters lead to their bytes in order.
func FuzzDecode(f *testing.F) {
	f.Add([]byte("S\xfcd \x93x\x94 "), "windows-1252", true)
	f.Add([]byte("\x82\xa0\x82\xa2a\x82"), "shift_jis", false)
	f.Add([]byte("\xb8\xdb\xbf\xda\x81\x30\x81\x30\xff"), "gb18030", false)
	f.Add([]byte("\x1b$B$\"\x1b(B"), "iso-2022-jp", false)
	f.Add([]byte("a\x00\x3d\xd8\x00\xde\x3d\xd8"), "", false)
	f.Add([]byte("\xef\xbb\xbfa\xc3\x28\xed\xa0\x80\xc0\xaf"), "utf-8", false)
	f.Fuzz(func(t *testing.T, raw []byte, label string, markup bool) {
		d, skip := decode(raw, label, markup)
		if skip != nil {
			return
		}
		if !utf8.Valid(d.bytes) {
			t.Fatalf("%q as %s is no valid UTF-8", d.bytes, d.charset)
		}
		at := 0
		for i := 0; i < len(d.bytes); {
			n := runeLen(d.bytes[i:])
			from := d.back.Source(text.Span{Start: i, End: i + n})
			if from.Start < at || from.End > len(raw) {
				t.Fatalf("%q as %s: character %d comes from %v behind %d", raw, d.charset, i, from, at)
			}
			at, i = from.Start, i+n
		}
	})
}
