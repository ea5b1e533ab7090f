package text

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// Whatever map a page has, keeping it and taking it out again gives the same map.
func TestMapIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b Builder
		original := []byte("the port of Sel was shut on Monday, and stays shut for now")
		for range rapid.IntRange(0, 20).Draw(t, "segments") {
			start := rapid.IntRange(0, len(original)-1).Draw(t, "start")
			end := rapid.IntRange(start, len(original)).Draw(t, "end")
			switch rapid.IntRange(0, 2).Draw(t, "kind") {
			case 0:
				b.Copy(original, Span{start, end})
			case 1:
				b.Put("–", Span{start, end})
			case 2:
				b.Even([]byte("щ"), Span{start, start + 1})
			}
		}
		_, m := b.Done()
		written, err := m.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var again Map
		if err := again.UnmarshalBinary(written); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(m, again) {
			t.Fatalf("kept %v, got %v", m, again)
		}
	})
}

// A damaged map is an error, never a fault.
func FuzzMapUnmarshal(f *testing.F) {
	f.Add([]byte(""))
	f.Add([]byte{2, 5, 0, 6})
	f.Add([]byte{1, 6, 0, 1, 0, 1})
	f.Fuzz(func(t *testing.T, written []byte) {
		var m Map
		if m.UnmarshalBinary(written) == nil {
			m.Source(Span{0, 1})
			m.Segments(Span{1, 2})
		}
	})
}
