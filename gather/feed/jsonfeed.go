package feed

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// jsonItem is an item of a JSON feed.
type jsonItem struct {
	URL      string `json:"url"`
	External string `json:"external_url"`
	Title    string `json:"title"`
	Date     string `json:"date_published"`
	HTML     string `json:"content_html"`
	Text     string `json:"content_text"`
	Summary  string `json:"summary"`
}

// parseJSONFeed streams a JSON feed, so that a million items cost no more than the ones taken. One that breaks off is read as far as it goes.
func parseJSONFeed(raw []byte) (List, error) {
	list := List{Kind: Feed}
	d := json.NewDecoder(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\ufeff"))))
	if _, err := d.Token(); err != nil {
		return list, err
	}
	for d.More() {
		key, err := d.Token()
		if err == nil {
			switch key {
			case "title":
				err = d.Decode(&list.Title)
			case "items":
				err = list.jsonItems(d)
			default:
				var passed json.RawMessage
				err = d.Decode(&passed)
			}
		}
		if err != nil {
			if len(list.Items) > 0 {
				return list, nil
			}
			return list, err
		}
	}
	list.Title = strings.TrimSpace(list.Title)
	return list, nil
}

func (l *List) jsonItems(d *json.Decoder) error {
	if open, err := d.Token(); err != nil || open != json.Delim('[') {
		return errors.Join(err, errors.New("items is no list"))
	}
	for d.More() {
		var item jsonItem
		var mismatch *json.UnmarshalTypeError
		if err := d.Decode(&item); err != nil && !errors.As(err, &mismatch) {
			if errors.Is(err, io.EOF) {
				err = io.ErrUnexpectedEOF
			}
			return err
		}
		if item.URL == "" {
			item.URL = item.External
		}
		if len(l.Items) == MaxItems {
			l.More++
			continue
		}
		if item.HTML == "" {
			item.HTML = fromText(item.Text)
		}
		item.Summary = fromText(item.Summary)
		l.Items = append(l.Items, Item{URL: item.URL, Title: strings.TrimSpace(item.Title), Published: item.Date, HTML: item.HTML, Summary: item.Summary})
	}
	_, err := d.Token()
	return err
}
