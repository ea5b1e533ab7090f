package form

import (
	"errors"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/hearsay-news/hearsay/gather"
	"github.com/hearsay-news/hearsay/lang/en"
	"github.com/hearsay-news/hearsay/read"
	"github.com/hearsay-news/hearsay/text"
)

type inner struct {
	text.Span
	Role string
	Sure float64
}

type before struct {
	Name  string
	Gone  []inner
	Rows  []inner
	Maybe *inner
	Again *before
	Count uint8
	Below int
	Yes   bool
	Bytes []byte
}

type after struct {
	Yes   bool
	New   string
	Rows  []struct{ Role string }
	Name  string
	Below int32
}

func whole1() before {
	return before{Name: "port", Gone: []inner{{Role: "title"}}, Rows: []inner{{text.Span{Start: 120, End: 180}, "body", .5}, {text.Span{Start: 20, End: 30}, "title", 0}},
		Maybe: &inner{Role: "body"}, Again: &before{Name: "port"}, Count: 200, Below: -3, Yes: true, Bytes: []byte{1, 2}}
}

func TestThereAndBack(t *testing.T) {
	want := whole1()
	b, err := Write(want)
	if err != nil {
		t.Fatal(err)
	}
	var got before
	if err := Of(reflect.TypeOf(want)).Read(b, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for n := range b { // cut anywhere: an error, and no panic
		var got before
		if err := Of(reflect.TypeOf(want)).Read(b[:n], &got); !errors.Is(err, ErrUnread) {
			t.Errorf("cut after %d bytes: %v", n, err)
		}
	}
}

func TestOtherTypes(t *testing.T) {
	b, err := Write(whole1())
	if err != nil {
		t.Fatal(err)
	}
	kept, err := Parse(Of(reflect.TypeFor[before]()).Written())
	if err != nil {
		t.Fatal(err)
	}
	if kept.Name() != Of(reflect.TypeFor[before]()).Name() {
		t.Error("a form that was kept has another name")
	}
	var got after
	if err := kept.Read(b, &got); err != nil {
		t.Fatal(err)
	}
	want := after{Yes: true, Rows: []struct{ Role string }{{"body"}, {"title"}}, Name: "port", Below: -3}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for n := range kept.Written() {
		if _, err := Parse(kept.Written()[:n]); err == nil {
			t.Errorf("a form cut after %d bytes is read", n)
		}
	}
}

func TestReading(t *testing.T) {
	r := read.Read(en.Language, gather.Page{ID: "a", Form: gather.Flat, Bytes: []byte(
		"Port of Sel shut\nBy Ada Brand\n3 May 2021\nThe port of Sel was shut on Monday, governor Ilse Marrow said. “Nine trucks crossed,” she said.\n")})
	r.Sentences = nil
	b, err := Write(r)
	if err != nil {
		t.Fatal(err)
	}
	got := &read.Reading{}
	if err := Of(reflect.TypeOf(r)).Read(b, &got); err != nil {
		t.Fatal(err)
	}
	again, err := Write(got)
	if err != nil || string(again) != string(b) {
		t.Errorf("a reading that was written and read is written otherwise: %v", err)
	}
	kept, err := Parse(Of(reflect.TypeOf(r)).Written())
	if err != nil || kept.Name() != Of(reflect.TypeOf(r)).Name() {
		t.Errorf("the form of a reading is not read back: %v", err)
	}
	if len(got.Statements) == 0 || !reflect.DeepEqual(got.Statements, r.Statements) || !reflect.DeepEqual(got.Clauses, r.Clauses) {
		t.Errorf("statements %+v", got.Statements)
	}
}

func FuzzRead(f *testing.F) {
	b, _ := Write(whole1())
	f.Add(Of(reflect.TypeFor[before]()).Written(), b)
	f.Fuzz(func(t *testing.T, form, value []byte) {
		parsed, err := Parse(form)
		if err != nil {
			return
		}
		var x before
		_ = parsed.Read(value, &x)
		var y after
		_ = parsed.Read(value, &y)
	})
}
