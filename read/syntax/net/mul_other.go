//go:build !amd64 && !arm64

package net

var vectors, fours = false, false

const inputs = 1

func laid(weights []int16, k, n int) []int16                                { return nil }
func (m *matrix) blocks(y []int32, x []int16, rows int)                     {}
func addBytes(y *int16, x *int8, n int)                                     {}
func addWords(y, x *int16, n int)                                           {}
func narrow(y *int16, x *int32, n int)                                      {}
func gate(h *int16, state, sums *int32, tanh, sigmoid *int16, n, shift int) {}
