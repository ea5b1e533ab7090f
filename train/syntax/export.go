package syntax

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"github.com/hearsay-news/hearsay/read/syntax/net"
	"github.com/hearsay-news/hearsay/train/tensor"
)

// export writes the network in whole numbers, as read/syntax/net loads it.
func (n *network) export(classes, relations []string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "net 2 rows %d embed %d first %d second %d moves %d labels %d\n", len(n.keys), n.embed, n.first, n.second, n.moves, n.labels)
	fmt.Fprintln(&b, strings.Join(classes, "|"))
	fmt.Fprintln(&b, strings.Join(relations, "|"))
	put := func(v any) { binary.Write(&b, binary.LittleEndian, v) }
	put(n.keys)
	put(whole[int8](n.rows.Value, net.RowBits, math.MaxInt8))
	put(curve(math.Tanh))
	put(curve(func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }))
	weights := func(a *tensor.Adam) { put(whole[int16](a.Value, net.WeightBits, math.MaxInt16)) }
	bias := func(a *tensor.Adam, before int) { put(whole[int32](a.Value, before+net.WeightBits, math.MaxInt32)) }
	given := func(a *tensor.Adam) { put(whole[int16](a.Value, net.SlotBits, net.Most)) }
	weights(n.w1)
	bias(n.b1, net.RowBits)
	weights(n.wt)
	bias(n.bt, net.HiddenBits)
	put(whole[int16](n.wx.Value, net.SkipBits, math.MaxInt16))
	weights(n.w2)
	bias(n.b2, net.HiddenBits)
	weights(n.ws)
	given(n.missing)
	given(n.small)
	given(n.bs)
	weights(n.wm)
	bias(n.bm, net.SlotBits)
	weights(n.wl)
	given(n.bl)
	weights(n.wr)
	bias(n.br, net.SlotBits)
	return b.Bytes()
}

// whole rounds numbers to fixed point with so many bits behind the point, within ±most.
func whole[T int8 | int16 | int32](values []float32, bits, most int) []T {
	out := make([]T, len(values))
	for i, v := range values {
		x := math.Round(float64(v) * float64(int(1)<<bits))
		out[i] = T(max(-float64(most), min(float64(most), x)))
	}
	return out
}

// curve tabulates a function between -8 and 8.
func curve(f func(float64) float64) []int16 {
	out := make([]int16, net.Curve)
	for i := range out {
		x := (float64(i) + 0.5 - net.Curve/2) / (1 << net.IndexBits)
		out[i] = int16(math.Round(f(x) * (1<<net.GateBits - 1)))
	}
	return out
}
