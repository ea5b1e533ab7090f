package web

import (
	"cmp"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"html/template"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"github.com/hearsay-news/hearsay/show/parts"
)

// Door lets in who has a name and a password. Sessions are kept in memory: they end with the program, when they were not used for half a day, or by
// logging out.
//
//	GET /pages/kurier-1 without a session  →  303 /login?to=/pages/kurier-1; .json and .csv  →  401
//	POST /login user=anna password=…       →  303 /pages/kurier-1, with a cookie that scripts can't read and other sites don't send
//
// Five wrong tries in a row may be made from one address and for one name; then one in half a minute.
type Door struct {
	users string // path of the users file
	next  http.Handler
	hosts []string // names by which this machine may be addressed
	log   *slog.Logger
	now   func() time.Time
	busy  chan struct{} // passwords being tried: each takes memory
	look  string        // version of the style sheet
	page  *template.Template
	idle  string // a hash that fits nothing, so that a name nobody has takes as long to refuse

	mu       sync.Mutex
	sessions map[string]session       // by the hash of what the cookie holds
	tries    map[string]*rate.Limiter // by address and by name
}

type session struct {
	user string
	id   string
	used time.Time
}

const (
	cookieName   = "hearsay"
	idleTime     = 12 * time.Hour
	mostSessions = 1000
	mostLimiters = 10000
	freeTries    = 5
	nextTry      = 30 * time.Second
)

// NewDoor puts a door before a room. The users file is read at each login, so that who is added or taken out is so at once.
func NewDoor(users string, next http.Handler, log *slog.Logger, hosts ...string) *Door {
	static, err := fs.Sub(parts.Static, "static")
	if err != nil {
		panic(err) // the folder is embedded
	}
	return &Door{users: users, next: next, hosts: hosts, log: log, now: time.Now, busy: make(chan struct{}, 2), look: fingerprint(static), page: template.Must(template.ParseFS(pages, "pages/login.html")),
		idle: hashed(rand.Text()), sessions: map[string]session{}, tries: map[string]*rate.Limiter{}}
}

type sessionKey struct{}

// sessionOf names the session of a request; "" where nobody need log in.
func sessionOf(r *http.Request) string {
	s, _ := r.Context().Value(sessionKey{}).(session)
	return s.id
}

// userOf is who asks; "" where nobody need log in.
func userOf(r *http.Request) string {
	s, _ := r.Context().Value(sessionKey{}).(session)
	return s.user
}

func (d *Door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case !addressed(r.Host, d.hosts, true):
		http.Error(w, "misdirected: this reading room is not known by that name; hearsay serve --host NAME makes it", http.StatusMisdirectedRequest)
		return
	case r.URL.Path == "/login" || r.URL.Path == "/logout":
		secure(w.Header())
		w.Header().Set("Referrer-Policy", "same-origin") // with none at all a browser names no origin of a form
		w.Header().Set("Cache-Control", "no-store")
		d.doors(w, r)
		return
	case strings.HasPrefix(r.URL.Path, "/static/"):
		d.next.ServeHTTP(w, r)
		return
	}
	s, ok := d.session(r)
	switch {
	case ok:
		d.next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), sessionKey{}, s)))
	case forPrograms(r.URL.Path) || r.Method != http.MethodGet && r.Method != http.MethodHead:
		secure(w.Header())
		w.Header().Set("WWW-Authenticate", `Form realm="hearsay"`)
		writeProblem(w, http.StatusUnauthorized, "nobody is logged in", "send user and password to /login, and the cookie that it answers with")
	default:
		secure(w.Header())
		http.Redirect(w, r, address("/login", map[string][]string{"to": {r.URL.RequestURI()}}), http.StatusSeeOther)
	}
}

// doors answers /login and /logout.
func (d *Door) doors(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method == http.MethodGet && r.URL.Path == "/login":
		d.ask(w, http.StatusOK, r.FormValue("to"), "")
	case r.Method != http.MethodPost:
		w.Header().Set("Allow", "POST")
		http.Error(w, "only forms are taken here", http.StatusMethodNotAllowed)
	case !ownOrigin(r):
		http.Error(w, "this came from another site", http.StatusForbidden)
	case r.URL.Path == "/logout":
		d.leave(w, r)
	default:
		d.enter(w, r)
	}
}

// ask shows the form.
func (d *Door) ask(w http.ResponseWriter, status int, to, wrong string) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if err := d.page.ExecuteTemplate(w, "login", map[string]string{"To": inside(to), "Wrong": wrong, "Version": d.look}); err != nil {
		d.log.Error("login", "err", err)
	}
}

// inside is where somebody wanted to go, if that is in this room.
func inside(to string) string {
	if !strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.ContainsAny(to, "\\\r\n\t") || strings.HasPrefix(to, "/log") {
		return "/"
	}
	return to
}

// enter tries a name and a password.
func (d *Door) enter(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, mostSent)
	user, password, to := r.PostFormValue("user"), r.PostFormValue("password"), r.PostFormValue("to")
	from, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		from = r.RemoteAddr
	}
	if !d.mayTry("from "+from) || !d.mayTry("name "+user) {
		w.Header().Set("Retry-After", "30")
		d.log.Warn("login: too many tries", "user", user, "from", from)
		d.ask(w, http.StatusTooManyRequests, to, "Too many tries. Wait half a minute.")
		return
	}
	users, err := readUsers(d.users)
	if err != nil {
		d.log.Error("login", "err", err)
		d.ask(w, http.StatusServiceUnavailable, to, "Nobody can log in: the list of users can't be read.")
		return
	}
	d.busy <- struct{}{}
	right := fits(cmp.Or(users[user], d.idle), password) && users[user] != ""
	<-d.busy
	if !right {
		d.log.Warn("login: refused", "user", user, "from", from)
		d.ask(w, http.StatusForbidden, to, "Name or password is wrong.")
		return
	}
	d.forgive("from "+from, "name "+user)
	secret := rand.Text()
	d.keep(secret, user)
	http.SetCookie(w, &http.Cookie{Name: cookieName, Value: secret, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: encrypted(r)})
	http.Redirect(w, r, inside(to), http.StatusSeeOther)
}

// encrypted says whether the browser speaks TLS, to this program or to one before it.
func encrypted(r *http.Request) bool {
	return r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https"
}

func (d *Door) leave(w http.ResponseWriter, r *http.Request) {
	if c, err := r.Cookie(cookieName); err == nil {
		d.mu.Lock()
		delete(d.sessions, kept(c.Value))
		d.mu.Unlock()
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: encrypted(r), MaxAge: -1})
	http.Redirect(w, r, "/login", http.StatusSeeOther)
}

// kept is how a secret is remembered: who reads this memory can't be its owner.
func kept(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

func (d *Door) keep(secret, user string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := d.now()
	oldest := ""
	for k, s := range d.sessions {
		switch {
		case now.Sub(s.used) > idleTime:
			delete(d.sessions, k)
		case oldest == "" || s.used.Before(d.sessions[oldest].used):
			oldest = k
		}
	}
	if len(d.sessions) >= mostSessions {
		delete(d.sessions, oldest)
	}
	d.sessions[kept(secret)] = session{user, kept(secret)[:16], now}
}

// session finds whose request it is.
func (d *Door) session(r *http.Request) (session, bool) {
	c, err := r.Cookie(cookieName)
	if err != nil {
		return session{}, false
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	s, ok := d.sessions[kept(c.Value)]
	if !ok || d.now().Sub(s.used) > idleTime {
		return session{}, false
	}
	s.used = d.now()
	d.sessions[kept(c.Value)] = s
	return s, true
}

// mayTry counts a try.
func (d *Door) mayTry(whose string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	l := d.tries[whose]
	if l == nil {
		if len(d.tries) >= mostLimiters { // somebody asks from everywhere: those that are full again are as new
			for k, old := range d.tries {
				if old.TokensAt(d.now()) >= freeTries {
					delete(d.tries, k)
				}
			}
			if len(d.tries) >= mostLimiters {
				return false
			}
		}
		l = rate.NewLimiter(rate.Every(nextTry), freeTries)
		d.tries[whose] = l
	}
	return l.AllowN(d.now(), 1)
}

// forgive forgets the tries of who came in.
func (d *Door) forgive(whose ...string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, w := range whose {
		delete(d.tries, w)
	}
}
