#include "textflag.h"

// func block(y *int32, x, w *int16, pairs, rows, stride, step int)
//
// For each row of x, which are step numbers apart: 32 sums y += x · w, two products a step. w holds, for each pair of x, 32 pairs of weights.
TEXT ·block(SB), NOSPLIT, $0-56
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), BX
	MOVQ pairs+24(FP), CX
	MOVQ rows+32(FP), DX
	MOVQ stride+40(FP), R10
	MOVQ step+48(FP), R11
	SHLQ $2, R10
	SHLQ $1, R11

row:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU 64(DI), Y2
	VMOVDQU 96(DI), Y3
	MOVQ    BX, R8
	MOVQ    CX, R9
	MOVQ    SI, R12

pair:
	VPBROADCASTD (R12), Y4
	VPMADDWD     (R8), Y4, Y5
	VPMADDWD     32(R8), Y4, Y6
	VPMADDWD     64(R8), Y4, Y7
	VPMADDWD     96(R8), Y4, Y8
	VPADDD       Y5, Y0, Y0
	VPADDD       Y6, Y1, Y1
	VPADDD       Y7, Y2, Y2
	VPADDD       Y8, Y3, Y3
	ADDQ         $4, R12
	ADDQ         $128, R8
	DECQ         R9
	JNZ          pair
	VMOVDQU      Y0, (DI)
	VMOVDQU      Y1, 32(DI)
	VMOVDQU      Y2, 64(DI)
	VMOVDQU      Y3, 96(DI)
	ADDQ         R10, DI
	ADDQ         R11, SI
	DECQ         DX
	JNZ          row
	VZEROUPPER
	RET

// func addBytes(y *int16, x *int8, n int)
//
// y += x for n numbers, a multiple of 16.
TEXT ·addBytes(SB), NOSPLIT, $0-24
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX

bytes:
	VPMOVSXBW (SI), Y0
	VPADDW    (DI), Y0, Y0
	VMOVDQU   Y0, (DI)
	ADDQ      $16, SI
	ADDQ      $32, DI
	SUBQ      $16, CX
	JNZ       bytes
	VZEROUPPER
	RET

// func addWords(y, x *int16, n int)
//
// y += x for n numbers, a multiple of 16.
TEXT ·addWords(SB), NOSPLIT, $0-24
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ n+16(FP), CX

words:
	VMOVDQU (SI), Y0
	VPADDW  (DI), Y0, Y0
	VMOVDQU Y0, (DI)
	ADDQ    $32, SI
	ADDQ    $32, DI
	SUBQ    $16, CX
	JNZ     words
	VZEROUPPER
	RET

// func block4(y *int32, x, w *int16, pairs, groups, stride, step int)
//
// What block does, for groups of four rows at a time and with one instruction for two products and their sum.
TEXT ·block4(SB), NOSPLIT, $0-56
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), BX
	MOVQ pairs+24(FP), CX
	MOVQ stride+40(FP), R10
	MOVQ step+48(FP), DX
	SHLQ $1, DX
	SHLQ $2, R10
	LEAQ (R10)(R10*2), R12

group:
	LEAQ      (SI)(DX*1), R8
	LEAQ      (SI)(DX*2), R9
	LEAQ      (R8)(DX*2), R11
	VMOVDQU32 (DI), Z0
	VMOVDQU32 64(DI), Z1
	VMOVDQU32 (DI)(R10*1), Z2
	VMOVDQU32 64(DI)(R10*1), Z3
	VMOVDQU32 (DI)(R10*2), Z4
	VMOVDQU32 64(DI)(R10*2), Z5
	VMOVDQU32 (DI)(R12*1), Z6
	VMOVDQU32 64(DI)(R12*1), Z7
	MOVQ      BX, R13
	XORQ      AX, AX

four:
	VMOVDQU32    (R13), Z8
	VMOVDQU32    64(R13), Z9
	VPBROADCASTD (SI)(AX*4), Z10
	VPBROADCASTD (R8)(AX*4), Z11
	VPBROADCASTD (R9)(AX*4), Z12
	VPBROADCASTD (R11)(AX*4), Z13
	VPDPWSSD     Z8, Z10, Z0
	VPDPWSSD     Z9, Z10, Z1
	VPDPWSSD     Z8, Z11, Z2
	VPDPWSSD     Z9, Z11, Z3
	VPDPWSSD     Z8, Z12, Z4
	VPDPWSSD     Z9, Z12, Z5
	VPDPWSSD     Z8, Z13, Z6
	VPDPWSSD     Z9, Z13, Z7
	ADDQ         $128, R13
	INCQ         AX
	CMPQ         AX, CX
	JNE          four
	VMOVDQU32    Z0, (DI)
	VMOVDQU32    Z1, 64(DI)
	VMOVDQU32    Z2, (DI)(R10*1)
	VMOVDQU32    Z3, 64(DI)(R10*1)
	VMOVDQU32    Z4, (DI)(R10*2)
	VMOVDQU32    Z5, 64(DI)(R10*2)
	VMOVDQU32    Z6, (DI)(R12*1)
	VMOVDQU32    Z7, 64(DI)(R12*1)
	LEAQ         (DI)(R10*4), DI
	LEAQ         (SI)(DX*4), SI
	DECQ         groups+32(FP)
	JNZ          group
	VZEROUPPER
	RET

// func block8(y *int32, x, w *int16, pairs, groups, stride, step int)
//
// What block4 does, for groups of eight rows: the weights are read half as often.
TEXT ·block8(SB), NOSPLIT, $0-56
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), BX
	MOVQ stride+40(FP), DX
	MOVQ step+48(FP), R8
	SHLQ $2, DX
	SHLQ $1, R8
	LEAQ (R8)(R8*2), R9
	LEAQ (R8)(R8*4), R10
	LEAQ (R9)(R8*4), R11

group:
	MOVQ DI, AX
	VMOVDQU32 (AX), Z0
	VMOVDQU32 64(AX), Z1
	ADDQ DX, AX
	VMOVDQU32 (AX), Z2
	VMOVDQU32 64(AX), Z3
	ADDQ DX, AX
	VMOVDQU32 (AX), Z4
	VMOVDQU32 64(AX), Z5
	ADDQ DX, AX
	VMOVDQU32 (AX), Z6
	VMOVDQU32 64(AX), Z7
	ADDQ DX, AX
	VMOVDQU32 (AX), Z8
	VMOVDQU32 64(AX), Z9
	ADDQ DX, AX
	VMOVDQU32 (AX), Z10
	VMOVDQU32 64(AX), Z11
	ADDQ DX, AX
	VMOVDQU32 (AX), Z12
	VMOVDQU32 64(AX), Z13
	ADDQ DX, AX
	VMOVDQU32 (AX), Z14
	VMOVDQU32 64(AX), Z15
	MOVQ SI, R12
	MOVQ BX, R13
	MOVQ pairs+24(FP), CX

eight:
	VMOVDQU32 (R13), Z16
	VMOVDQU32 64(R13), Z17
	VPBROADCASTD (R12), Z18
	VPBROADCASTD (R12)(R8*1), Z19
	VPBROADCASTD (R12)(R8*2), Z20
	VPBROADCASTD (R12)(R9*1), Z21
	VPBROADCASTD (R12)(R8*4), Z22
	VPBROADCASTD (R12)(R10*1), Z23
	VPBROADCASTD (R12)(R9*2), Z24
	VPBROADCASTD (R12)(R11*1), Z25
	VPDPWSSD Z16, Z18, Z0
	VPDPWSSD Z17, Z18, Z1
	VPDPWSSD Z16, Z19, Z2
	VPDPWSSD Z17, Z19, Z3
	VPDPWSSD Z16, Z20, Z4
	VPDPWSSD Z17, Z20, Z5
	VPDPWSSD Z16, Z21, Z6
	VPDPWSSD Z17, Z21, Z7
	VPDPWSSD Z16, Z22, Z8
	VPDPWSSD Z17, Z22, Z9
	VPDPWSSD Z16, Z23, Z10
	VPDPWSSD Z17, Z23, Z11
	VPDPWSSD Z16, Z24, Z12
	VPDPWSSD Z17, Z24, Z13
	VPDPWSSD Z16, Z25, Z14
	VPDPWSSD Z17, Z25, Z15
	ADDQ $4, R12
	ADDQ $128, R13
	DECQ CX
	JNZ eight
	VMOVDQU32 Z0, (DI)
	VMOVDQU32 Z1, 64(DI)
	ADDQ DX, DI
	VMOVDQU32 Z2, (DI)
	VMOVDQU32 Z3, 64(DI)
	ADDQ DX, DI
	VMOVDQU32 Z4, (DI)
	VMOVDQU32 Z5, 64(DI)
	ADDQ DX, DI
	VMOVDQU32 Z6, (DI)
	VMOVDQU32 Z7, 64(DI)
	ADDQ DX, DI
	VMOVDQU32 Z8, (DI)
	VMOVDQU32 Z9, 64(DI)
	ADDQ DX, DI
	VMOVDQU32 Z10, (DI)
	VMOVDQU32 Z11, 64(DI)
	ADDQ DX, DI
	VMOVDQU32 Z12, (DI)
	VMOVDQU32 Z13, 64(DI)
	ADDQ DX, DI
	VMOVDQU32 Z14, (DI)
	VMOVDQU32 Z15, 64(DI)
	ADDQ DX, DI
	LEAQ (SI)(R8*8), SI
	DECQ groups+32(FP)
	JNZ group
	VZEROUPPER
	RET
