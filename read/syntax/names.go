package syntax

import "sync"

// ParseUPOS finds a universal part of speech by its name.
func ParseUPOS(name string) (UPOS, bool) { return byName[UPOS](uposIndex(), name) }

// ParseXPOS finds a Penn tag by its name.
func ParseXPOS(name string) (XPOS, bool) { return byName[XPOS](xposIndex(), name) }

// ParseDeprel finds a relation by its name without a subtype.
func ParseDeprel(name string) (Deprel, bool) { return byName[Deprel](deprelIndex(), name) }

var (
	uposIndex   = sync.OnceValue(func() map[string]uint8 { return index(uposNames[:]) })
	xposIndex   = sync.OnceValue(func() map[string]uint8 { return index(xposNames[:]) })
	deprelIndex = sync.OnceValue(func() map[string]uint8 { return index(deprelNames[:]) })
)

func index(names []string) map[string]uint8 {
	m := make(map[string]uint8, len(names))
	for i, name := range names {
		m[name] = uint8(i)
	}
	return m
}

func byName[T ~uint8](m map[string]uint8, name string) (T, bool) {
	i, ok := m[name]
	return T(i), ok
}
