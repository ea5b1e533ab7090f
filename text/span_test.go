package text

import "testing"

func TestBetween(t *testing.T) {
	for _, c := range []struct{ a, b, want Span }{
		{Span{0, 4}, Span{9, 12}, Span{4, 9}},
		{Span{0, 4}, Span{4, 12}, Span{4, 4}},
		{Span{0, 8}, Span{5, 12}, Span{5, 5}},
		{Span{0, 20}, Span{5, 12}, Span{5, 5}},
		{Span{3, 8}, Span{3, 8}, Span{3, 3}},
	} {
		for _, got := range []Span{Between(c.a, c.b), Between(c.b, c.a)} {
			if got != c.want {
				t.Errorf("between %v and %v: %v, want %v", c.a, c.b, got, c.want)
			}
		}
	}
}
