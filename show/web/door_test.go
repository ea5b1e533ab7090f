package web

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/bcrypt"

	"github.com/hearsay-news/hearsay/show/sample"
)

const rightPassword = "a long way home"

// behind is a room behind a door that anna and ben may pass, at a time that stands still until it is moved.
func behind(t *testing.T, o Options) (d *Door, clock *time.Time) {
	t.Helper()
	users := filepath.Join(t.TempDir(), "users")
	if err := AddUser(users, "anna", rightPassword); err != nil {
		t.Fatal(err)
	}
	byOthers, err := bcrypt.GenerateFromPassword([]byte(rightPassword), bcrypt.MinCost) // as htpasswd -B writes it
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(users, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("# more\n\nben:" + string(byOthers) + "\n"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	o.Door = true
	d = NewDoor(users, New(sample.Record(), o), slog.New(slog.DiscardHandler))
	now := time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC)
	d.now = func() time.Time { return now }
	return d, &now
}

func knock(d *Door, user, password, to string) *httptest.ResponseRecorder {
	return send(d, "/login", "http://localhost:8080", url.Values{"user": {user}, "password": {password}, "to": {to}})
}

func withCookie(t *testing.T, h http.Handler, address, cookie string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest("GET", address, nil)
	r.Host = "192.0.2.1:8100"
	r.AddCookie(&http.Cookie{Name: cookieName, Value: cookie})
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// Who has a name and a password comes in, and stays in until the session ends.
func TestDoor(t *testing.T) {
	d, now := behind(t, Options{})
	if w := get(t, d, "/pages/kurier-1?at=1-2"); w.Code != 303 || w.Header().Get("Location") != "/login?to=%2Fpages%2Fkurier-1%3Fat%3D1-2" {
		t.Errorf("outside: status %d to %s", w.Code, w.Header().Get("Location"))
	}
	if w := get(t, d, "/statements.json"); w.Code != 401 || !strings.Contains(w.Body.String(), "/login") {
		t.Errorf("a program outside: status %d: %s", w.Code, w.Body)
	}
	if w := send(d, "/corrections", "http://localhost:8080", nil); w.Code != 401 {
		t.Errorf("a form from outside: status %d", w.Code)
	}
	if w := get(t, d, "/static/room.css"); w.Code != 200 {
		t.Errorf("the look of the form: status %d", w.Code)
	}
	w := get(t, d, "/login?to=/voices")
	accessible(t, strings.Replace(w.Body.String(), "<main", "<header></header><footer></footer><main", 1)) // the form needs neither
	if !strings.Contains(w.Body.String(), `value="/voices"`) || w.Header().Get("Content-Security-Policy") != policy {
		t.Error("the form does not know where somebody wanted to go")
	}
	for _, user := range []string{"anna", "ben"} {
		w = knock(d, user, rightPassword, "/voices")
		if w.Code != 303 || w.Header().Get("Location") != "/voices" {
			t.Fatalf("%s: status %d to %s", user, w.Code, w.Header().Get("Location"))
		}
	}
	c := w.Result().Cookies()[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Secure || c.Value == "" {
		t.Errorf("cookie %+v", c)
	}
	if w := withCookie(t, d, "/voices", c.Value); w.Code != 200 || !strings.Contains(w.Body.String(), "log out ben") {
		t.Errorf("inside: status %d", w.Code)
	}
	r := httptest.NewRequest("GET", "/login", nil)
	r.Host = "evil.example"
	w = httptest.NewRecorder()
	if d.ServeHTTP(w, r); w.Code != http.StatusMisdirectedRequest {
		t.Errorf("by a name that is not ours: status %d", w.Code)
	}
	if w := withCookie(t, d, "/voices", "another"); w.Code != 303 {
		t.Errorf("with a made-up cookie: status %d", w.Code)
	}
	*now = now.Add(idleTime + time.Second)
	if w := withCookie(t, d, "/voices", c.Value); w.Code != 303 {
		t.Errorf("after half a day: status %d", w.Code)
	}
}

// Logging out ends the session, and another site can't do it for somebody.
func TestDoorLeave(t *testing.T) {
	d, _ := behind(t, Options{})
	c := knock(d, "anna", rightPassword, "/").Result().Cookies()[0].Value
	leave := func(origin string) int {
		r := httptest.NewRequest("POST", "/logout", nil)
		r.Host = "localhost:8080"
		r.Header.Set("Origin", origin)
		r.AddCookie(&http.Cookie{Name: cookieName, Value: c})
		w := httptest.NewRecorder()
		d.ServeHTTP(w, r)
		return w.Code
	}
	if got := leave("http://evil.example"); got != 403 || withCookie(t, d, "/", c).Code != 200 {
		t.Errorf("by another site: status %d", got)
	}
	if got := leave("http://localhost:8080"); got != 303 || withCookie(t, d, "/", c).Code != 303 {
		t.Errorf("by anna: status %d", got)
	}
}

// Wrong names and passwords are refused alike, and after some there is a wait.
func TestDoorRefuses(t *testing.T) {
	d, now := behind(t, Options{})
	for _, c := range [][2]string{{"anna", "wrong"}, {"nobody", rightPassword}, {"", ""}, {"anna", ""}} {
		if w := knock(d, c[0], c[1], "/"); w.Code != 403 || !strings.Contains(w.Body.String(), "Name or password is wrong") || len(w.Result().Cookies()) > 0 {
			t.Errorf("%v: status %d", c, w.Code)
		}
	}
	knock(d, "anna", "wrong", "/")
	if w := knock(d, "anna", rightPassword, "/"); w.Code != 429 || w.Header().Get("Retry-After") == "" {
		t.Errorf("after %d tries: status %d", freeTries, w.Code)
	}
	*now = now.Add(nextTry)
	if w := knock(d, "anna", rightPassword, "/"); w.Code != 303 {
		t.Errorf("after waiting: status %d", w.Code)
	}
	if w := send(d, "/login", "http://evil.example", url.Values{"user": {"anna"}, "password": {rightPassword}}); w.Code != 403 || len(w.Result().Cookies()) > 0 {
		t.Errorf("from another site: status %d", w.Code)
	}
	for _, to := range []string{"//evil.example", `/\evil.example`, "https://evil.example", "/logout", ""} {
		if w := knock(d, "anna", rightPassword, to); w.Header().Get("Location") != "/" {
			t.Errorf("to %q: leads to %q", to, w.Header().Get("Location"))
		}
	}
	if w := withCookie(t, d, "/login", ""); w.Code != 200 {
		t.Errorf("the form: status %d", w.Code)
	}
}

// A token of one session is none of another's.
func TestDoorTokens(t *testing.T) {
	editor := NewEditor(nil)
	d, _ := behind(t, Options{Edit: editor})
	token := func(user string) string {
		body := withCookie(t, d, "/voices/e1", knock(d, user, rightPassword, "/").Result().Cookies()[0].Value).Body.String()
		return tokenField.FindStringSubmatch(body)[1]
	}
	a, b := token("anna"), token("ben")
	if a == b || a == editor.token("") {
		t.Error("two sessions have one token")
	}
}

// A users file that can't be right is told by its line, and a user is written so that it can be read again.
func TestUsers(t *testing.T) {
	path := filepath.Join(t.TempDir(), "users")
	for name, password := range map[string]string{"": rightPassword, "a:b": rightPassword, "anna": "short", " anna": rightPassword} {
		if err := AddUser(path, name, password); err == nil {
			t.Errorf("%q with %q was taken", name, password)
		}
	}
	if err := CheckUsers(path); err == nil {
		t.Error("an absent file is fine")
	}
	for _, password := range []string{rightPassword, "another long way"} {
		if err := AddUser(path, "anna", password); err != nil {
			t.Fatal(err)
		}
	}
	users, err := readUsers(path)
	if err != nil || len(users) != 1 || fits(users["anna"], rightPassword) || !fits(users["anna"], "another long way") {
		t.Errorf("%v %v", users, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others can read the file: %v %v", info.Mode(), err)
	}
	for _, line := range []string{"anna", "anna:plain", ":$2y$x", "anna:$1$md5"} {
		if err := os.WriteFile(path, []byte("# users\n"+line+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := CheckUsers(path); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: %v", line, err)
		}
	}
	for _, hash := range []string{"", "$argon2id$", "$argon2id$v=19$m=99999999,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA", "$argon2id$v=19$m=8,t=0,p=0$c2FsdHNhbHQ$aGFzaGhhc2hoYXNoaGFzaA", "$2y$99$x"} {
		if fits(hash, rightPassword) {
			t.Errorf("%s fits", hash)
		}
	}
}
