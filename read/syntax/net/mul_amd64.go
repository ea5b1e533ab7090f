package net

import "golang.org/x/sys/cpu"

// The vector instructions compute exactly what the plain loops in mul.go do: integers have one right answer.

//go:noescape
func block(y *int32, x, w *int16, pairs, groups, stride, step int)

//go:noescape
func block4(y *int32, x, w *int16, pairs, groups, stride, step int)

//go:noescape
func block8(y *int32, x, w *int16, pairs, groups, stride, step int)

//go:noescape
func addBytes(y *int16, x *int8, n int)

//go:noescape
func addWords(y, x *int16, n int)

//go:noescape
func narrow(y *int16, x *int32, n int)

//go:noescape
func gate(h *int16, state, sums *int32, tanh, sigmoid *int16, n, shift int)

// The numbers that narrow and gate are written with.
var (
	_ [narrowShift - 13]struct{}
	_ [13 - narrowShift]struct{}
	_ [Most - 3200]struct{}
	_ [3200 - Most]struct{}
	_ [Curve - 4096]struct{}
	_ [4096 - Curve]struct{}
	_ [GateBits - 14]struct{}
	_ [14 - GateBits]struct{}
	_ [HiddenBits - 10]struct{}
	_ [10 - HiddenBits]struct{}
)

// vectors says whether this machine has them. Tests switch it off.
var vectors = cpu.X86.HasAVX2

// fours says whether it also has those that multiply and add in one.
var fours = cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI
