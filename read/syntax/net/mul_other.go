//go:build !amd64

package net

var vectors, fours = false, false

func block(y *int32, x, w *int16, pairs, groups, stride, step int)          {}
func block4(y *int32, x, w *int16, pairs, groups, stride, step int)         {}
func block8(y *int32, x, w *int16, pairs, groups, stride, step int)         {}
func addBytes(y *int16, x *int8, n int)                                     {}
func addWords(y, x *int16, n int)                                           {}
func narrow(y *int16, x *int32, n int)                                      {}
func gate(h *int16, state, sums *int32, tanh, sigmoid *int16, n, shift int) {}
