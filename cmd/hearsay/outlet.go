package main

import (
	"fmt"
	"strings"

	"github.com/hearsay-news/hearsay/show/view"
)

// outletKey finds the outlet that a person means by a part of its name.
func outletKey(r *view.Record, name string) (string, error) {
	var names []string
	for _, o := range r.Overview(view.Dial{}).Outlets {
		if strings.EqualFold(o.Name, name) || strings.EqualFold(o.Value, name) {
			return o.Value, nil
		}
		if strings.Contains(strings.ToLower(o.Name), strings.ToLower(name)) {
			return o.Value, nil
		}
		names = append(names, o.Name)
	}
	return "", wrong{hinted{fmt.Errorf("no outlet %q", name), "the record has " + strings.Join(names, ", ")}}
}
