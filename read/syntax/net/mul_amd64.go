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

// vectors says whether this machine has them. Tests switch it off.
var vectors = cpu.X86.HasAVX2

// fours says whether it also has those that multiply and add in one.
var fours = cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI
