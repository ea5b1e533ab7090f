package gather

import (
	"iter"
	"net/url"
	"regexp"
	"strings"
)

// secretNames are the names of query values that let somebody in: they are cut from every address before it is an identity, is kept or is
// shown. A name counts in any case, with - and _ alike or left out, and behind a prefix ("X-Amz-Signature").
var secretNames = func() map[string]bool {
	set := map[string]bool{}
	for name := range strings.FieldsSeq(`token accesstoken authtoken refreshtoken idtoken csrftoken securitytoken sessiontoken bearer auth authorization authkey
		key apikey accesskey accesskeyid secretkey privatekey keypairid subscriptionkey sig signature sign hmac secret clientsecret password passwd passphrase pwd pass
		session sessionid sid sessid phpsessid jsessionid aspsessionid cfid cftoken jwt credential credentials policy otp sas googleaccessid awsaccesskeyid
		user username login userid email`) {
		set[name] = true
	}
	return set
}()

func secretName(name string) bool {
	if plain, err := url.QueryUnescape(name); err == nil {
		name = plain
	}
	name = strings.ToLower(name)
	for _, prefix := range []string{"x-amz-", "x-goog-", "x-oss-", "x-ms-", "x-", "amp;"} {
		name = strings.TrimPrefix(name, prefix)
	}
	return secretNames[strings.NewReplacer("-", "", "_", "", ".", "").Replace(name)]
}

// PublicAddress is an address without what lets somebody in: user name and password, and the query values of secretNames.
//
//	https://ona:pw@odrin.example/n/1?id=7&token=x#top  →  https://odrin.example/n/1?id=7#top
//
// What is no address comes back as it is.
func PublicAddress(address string) string {
	if !strings.ContainsAny(address, "@?#;") {
		return address
	}
	rest, fragment, hasFragment := strings.Cut(address, "#")
	rest, query, hasQuery := strings.Cut(rest, "?")
	out := withoutUser(rest)
	if i := strings.IndexByte(out, ';'); i >= 0 { // ";jsessionid=…" at the end of a path
		if name, _, found := strings.Cut(out[i+1:], "="); found && secretName(name) {
			out = out[:i]
		}
	}
	if hasQuery {
		if query = withoutSecrets(query); query != "" {
			out += "?" + query
		}
	}
	if hasFragment {
		if path, values, found := strings.Cut(fragment, "?"); found {
			fragment = path
			if values = withoutSecrets(values); values != "" {
				fragment += "?" + values
			}
		} else {
			fragment = withoutSecrets(fragment)
		}
		if fragment != "" {
			out += "#" + fragment
		}
	}
	return out
}

// withoutUser cuts what stands before the last @ of an address's host.
func withoutUser(address string) string {
	_, rest, found := strings.Cut(address, "//")
	if !found {
		if rest, found = strings.CutPrefix(address, "mailto:"); found || strings.ContainsAny(address, " ") {
			return address
		}
		rest = address // "ona:pw@odrin.example/n/1": an id that was made from an address
		if host, _, _ := strings.Cut(rest, "/"); !strings.Contains(host, ":") {
			return address
		}
	}
	head := address[:len(address)-len(rest)]
	host := rest
	if end := strings.IndexAny(rest, "/\\"); end >= 0 {
		host = rest[:end]
	}
	if at := strings.LastIndexByte(host, '@'); at >= 0 {
		return head + rest[at+1:]
	}
	// A password may hold a slash where nobody encoded it: an @ further on that leads to a host still ends the user's part.
	if colon := strings.IndexByte(host, ':'); colon >= 0 && found && !digits(host[colon+1:]) {
		if at := strings.IndexByte(rest, '@'); at >= 0 {
			return head + rest[at+1:]
		}
	}
	return address
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// withoutSecrets drops the pairs of a query whose names are secret; the others stay as they are written.
func withoutSecrets(query string) string {
	if !strings.Contains(query, "=") {
		return query
	}
	var kept strings.Builder
	for rest, more := query, true; more; {
		var pair string
		separator := ""
		if i := strings.IndexAny(rest, "&;"); i >= 0 {
			pair, separator, rest = rest[:i], rest[i:i+1], rest[i+1:]
		} else {
			pair, more = rest, false
		}
		name, value, _ := strings.Cut(pair, "=")
		if secretName(name) {
			continue
		}
		if strings.Contains(value, "%3A%2F%2F") || strings.Contains(value, "%3a%2f%2f") || strings.Contains(value, "://") { // an address inside
			if inner, err := url.QueryUnescape(value); err == nil && PublicAddress(inner) != inner {
				pair = name + "=" + url.QueryEscape(PublicAddress(inner))
			}
		}
		kept.WriteString(pair + separator)
	}
	return strings.TrimRight(kept.String(), "&;")
}

var addressInText = regexp.MustCompile(`[a-zA-Z][a-zA-Z0-9+.-]{1,15}://[^\s"'<>“”]+`)

// PublicText cuts the same from every address that stands in a message.
func PublicText(s string) string {
	if !strings.Contains(s, "://") {
		return s
	}
	return addressInText.ReplaceAllStringFunc(s, PublicAddress)
}

// Public cuts it from a page: from what it is called, where it came from, what was given with it and how it was fetched. The page's own bytes
// stay as they are.
func Public(p Page) Page {
	given := p.Given.URL
	p.Given.URL = PublicAddress(given)
	for _, field := range []*string{&p.ID, &p.Name, &p.Path} {
		if strings.Contains(*field, "://") || given != p.Given.URL && *field != "" && strings.HasSuffix(strings.TrimSuffix(given, "/"), *field) {
			*field = PublicAddress(*field)
		}
	}
	p.Source = PublicText(p.Source)
	if p.Skip != nil {
		p.Skip = &Skip{Reason: p.Skip.Reason, Detail: PublicText(p.Skip.Detail)}
	}
	p.Capture, p.List = publicCapture(p.Capture), publicCapture(p.List)
	return p
}

// addressHeaders are the headers of an answer that hold addresses.
var addressHeaders = []string{"Location", "Content-Location", "Link", "Refresh", "Sourcemap", "X-Pingback"}

func publicCapture(c *Capture) *Capture {
	if c == nil {
		return nil
	}
	out := *c
	out.URL = PublicAddress(c.URL)
	out.Header = make(map[string][]string, len(c.Header))
	for name, values := range c.Header {
		out.Header[name] = values
	}
	for _, name := range addressHeaders {
		if values := out.Header[name]; values != nil {
			cut := make([]string, len(values))
			for i, v := range values {
				cut[i] = PublicText(v)
			}
			out.Header[name] = cut
		}
	}
	return &out
}

// AllPublic is Public for a stream of pages.
func AllPublic(pages iter.Seq[Page]) iter.Seq[Page] {
	return func(yield func(Page) bool) {
		for p := range pages {
			if !yield(Public(p)) {
				return
			}
		}
	}
}
