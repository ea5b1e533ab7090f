#include "textflag.h"

// func block(y *int32, x, w *int16, pairs, rows, stride int)
//
// For each row of x: 32 sums y += x · w, two products a step. w holds, for each pair of x, 32 pairs of weights.
TEXT ·block(SB), NOSPLIT, $0-48
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), BX
	MOVQ pairs+24(FP), CX
	MOVQ rows+32(FP), DX
	MOVQ stride+40(FP), R10
	SHLQ $2, R10

row:
	VMOVDQU (DI), Y0
	VMOVDQU 32(DI), Y1
	VMOVDQU 64(DI), Y2
	VMOVDQU 96(DI), Y3
	MOVQ    BX, R8
	MOVQ    CX, R9

pair:
	VPBROADCASTD (SI), Y4
	VPMADDWD     (R8), Y4, Y5
	VPMADDWD     32(R8), Y4, Y6
	VPMADDWD     64(R8), Y4, Y7
	VPMADDWD     96(R8), Y4, Y8
	VPADDD       Y5, Y0, Y0
	VPADDD       Y6, Y1, Y1
	VPADDD       Y7, Y2, Y2
	VPADDD       Y8, Y3, Y3
	ADDQ         $4, SI
	ADDQ         $128, R8
	DECQ         R9
	JNZ          pair
	VMOVDQU      Y0, (DI)
	VMOVDQU      Y1, 32(DI)
	VMOVDQU      Y2, 64(DI)
	VMOVDQU      Y3, 96(DI)
	ADDQ         R10, DI
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

// func block4(y *int32, x, w *int16, pairs, groups, stride int)
//
// What block does, for groups of four rows at a time and with one instruction for two products and their sum.
TEXT ·block4(SB), NOSPLIT, $0-48
	MOVQ y+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ w+16(FP), BX
	MOVQ pairs+24(FP), CX
	MOVQ groups+32(FP), DX
	MOVQ stride+40(FP), R10
	SHLQ $2, R10
	LEAQ (R10)(R10*2), R12

group:
	LEAQ      (SI)(CX*4), R8
	LEAQ      (R8)(CX*4), R9
	LEAQ      (R9)(CX*4), R11
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
	LEAQ         (R11)(CX*4), SI
	DECQ         DX
	JNZ          group
	VZEROUPPER
	RET
