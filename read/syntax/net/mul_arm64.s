#include "textflag.h"

// Instructions that the assembler has no name for, by the numbers of their registers.
// SMLAL: the four words d += the lower four half words of n times half word i of m; SMLAL2: the upper four.
#define SMLAL(d, n, m, i) WORD $(0x0F402000 | ((i>>1)&1)<<21 | (i&1)<<20 | m<<16 | (i>>2)<<11 | n<<5 | d)
#define SMLAL2(d, n, m, i) WORD $(0x4F402000 | ((i>>1)&1)<<21 | (i&1)<<20 | m<<16 | (i>>2)<<11 | n<<5 | d)
// SADDW: half words d = n + the lower eight bytes of m, with their signs; SADDW2: the upper eight.
#define SADDW(d, n, m) WORD $(0x0E201000 | m<<16 | n<<5 | d)
#define SADDW2(d, n, m) WORD $(0x4E201000 | m<<16 | n<<5 | d)
// SSHR13: words d = n >> 13; SMIN, SMAX: words; XTN: the lower half of d = the lower half words of the words n; XTN2: the upper half.
#define SSHR13(d, n) WORD $(0x4F330400 | n<<5 | d)
#define SMIN(d, n, m) WORD $(0x4EA06C00 | m<<16 | n<<5 | d)
#define SMAX(d, n, m) WORD $(0x4EA06400 | m<<16 | n<<5 | d)
#define XTN(d, n) WORD $(0x0E612800 | n<<5 | d)
#define XTN2(d, n) WORD $(0x4E612800 | n<<5 | d)

// func block(y *int32, x, w *int16, eights, groups, stride, step int)
//
// For each of four rows of x at a time, which are step numbers apart: 16 sums y += x · w, eight inputs a step. w holds, for each input, 16 weights.
TEXT ·block(SB), NOSPLIT, $0-56
	MOVD y+0(FP), R0
	MOVD x+8(FP), R1
	MOVD w+16(FP), R2
	MOVD eights+24(FP), R3
	MOVD groups+32(FP), R4
	MOVD stride+40(FP), R5
	MOVD step+48(FP), R6
	LSL  $2, R5
	LSL  $1, R6

group:
	MOVD R0, R7
	ADD  R5, R7, R8
	ADD  R5, R8, R9
	ADD  R5, R9, R10
	VLD1 (R7), [V16.S4, V17.S4, V18.S4, V19.S4]
	VLD1 (R8), [V20.S4, V21.S4, V22.S4, V23.S4]
	VLD1 (R9), [V24.S4, V25.S4, V26.S4, V27.S4]
	VLD1 (R10), [V28.S4, V29.S4, V30.S4, V31.S4]
	MOVD R1, R11
	ADD  R6, R11, R12
	ADD  R6, R12, R13
	ADD  R6, R13, R14
	MOVD R2, R15
	MOVD R3, R19

eight:
	VLD1.P 16(R11), [V0.H8]
	VLD1.P 16(R12), [V1.H8]
	VLD1.P 16(R13), [V2.H8]
	VLD1.P 16(R14), [V3.H8]
	VLD1.P 32(R15), [V4.H8, V5.H8]
	SMLAL(16, 4, 0, 0)
	SMLAL2(17, 4, 0, 0)
	SMLAL(18, 5, 0, 0)
	SMLAL2(19, 5, 0, 0)
	SMLAL(20, 4, 1, 0)
	SMLAL2(21, 4, 1, 0)
	SMLAL(22, 5, 1, 0)
	SMLAL2(23, 5, 1, 0)
	SMLAL(24, 4, 2, 0)
	SMLAL2(25, 4, 2, 0)
	SMLAL(26, 5, 2, 0)
	SMLAL2(27, 5, 2, 0)
	SMLAL(28, 4, 3, 0)
	SMLAL2(29, 4, 3, 0)
	SMLAL(30, 5, 3, 0)
	SMLAL2(31, 5, 3, 0)
	VLD1.P 32(R15), [V6.H8, V7.H8]
	SMLAL(16, 6, 0, 1)
	SMLAL2(17, 6, 0, 1)
	SMLAL(18, 7, 0, 1)
	SMLAL2(19, 7, 0, 1)
	SMLAL(20, 6, 1, 1)
	SMLAL2(21, 6, 1, 1)
	SMLAL(22, 7, 1, 1)
	SMLAL2(23, 7, 1, 1)
	SMLAL(24, 6, 2, 1)
	SMLAL2(25, 6, 2, 1)
	SMLAL(26, 7, 2, 1)
	SMLAL2(27, 7, 2, 1)
	SMLAL(28, 6, 3, 1)
	SMLAL2(29, 6, 3, 1)
	SMLAL(30, 7, 3, 1)
	SMLAL2(31, 7, 3, 1)
	VLD1.P 32(R15), [V4.H8, V5.H8]
	SMLAL(16, 4, 0, 2)
	SMLAL2(17, 4, 0, 2)
	SMLAL(18, 5, 0, 2)
	SMLAL2(19, 5, 0, 2)
	SMLAL(20, 4, 1, 2)
	SMLAL2(21, 4, 1, 2)
	SMLAL(22, 5, 1, 2)
	SMLAL2(23, 5, 1, 2)
	SMLAL(24, 4, 2, 2)
	SMLAL2(25, 4, 2, 2)
	SMLAL(26, 5, 2, 2)
	SMLAL2(27, 5, 2, 2)
	SMLAL(28, 4, 3, 2)
	SMLAL2(29, 4, 3, 2)
	SMLAL(30, 5, 3, 2)
	SMLAL2(31, 5, 3, 2)
	VLD1.P 32(R15), [V6.H8, V7.H8]
	SMLAL(16, 6, 0, 3)
	SMLAL2(17, 6, 0, 3)
	SMLAL(18, 7, 0, 3)
	SMLAL2(19, 7, 0, 3)
	SMLAL(20, 6, 1, 3)
	SMLAL2(21, 6, 1, 3)
	SMLAL(22, 7, 1, 3)
	SMLAL2(23, 7, 1, 3)
	SMLAL(24, 6, 2, 3)
	SMLAL2(25, 6, 2, 3)
	SMLAL(26, 7, 2, 3)
	SMLAL2(27, 7, 2, 3)
	SMLAL(28, 6, 3, 3)
	SMLAL2(29, 6, 3, 3)
	SMLAL(30, 7, 3, 3)
	SMLAL2(31, 7, 3, 3)
	VLD1.P 32(R15), [V4.H8, V5.H8]
	SMLAL(16, 4, 0, 4)
	SMLAL2(17, 4, 0, 4)
	SMLAL(18, 5, 0, 4)
	SMLAL2(19, 5, 0, 4)
	SMLAL(20, 4, 1, 4)
	SMLAL2(21, 4, 1, 4)
	SMLAL(22, 5, 1, 4)
	SMLAL2(23, 5, 1, 4)
	SMLAL(24, 4, 2, 4)
	SMLAL2(25, 4, 2, 4)
	SMLAL(26, 5, 2, 4)
	SMLAL2(27, 5, 2, 4)
	SMLAL(28, 4, 3, 4)
	SMLAL2(29, 4, 3, 4)
	SMLAL(30, 5, 3, 4)
	SMLAL2(31, 5, 3, 4)
	VLD1.P 32(R15), [V6.H8, V7.H8]
	SMLAL(16, 6, 0, 5)
	SMLAL2(17, 6, 0, 5)
	SMLAL(18, 7, 0, 5)
	SMLAL2(19, 7, 0, 5)
	SMLAL(20, 6, 1, 5)
	SMLAL2(21, 6, 1, 5)
	SMLAL(22, 7, 1, 5)
	SMLAL2(23, 7, 1, 5)
	SMLAL(24, 6, 2, 5)
	SMLAL2(25, 6, 2, 5)
	SMLAL(26, 7, 2, 5)
	SMLAL2(27, 7, 2, 5)
	SMLAL(28, 6, 3, 5)
	SMLAL2(29, 6, 3, 5)
	SMLAL(30, 7, 3, 5)
	SMLAL2(31, 7, 3, 5)
	VLD1.P 32(R15), [V4.H8, V5.H8]
	SMLAL(16, 4, 0, 6)
	SMLAL2(17, 4, 0, 6)
	SMLAL(18, 5, 0, 6)
	SMLAL2(19, 5, 0, 6)
	SMLAL(20, 4, 1, 6)
	SMLAL2(21, 4, 1, 6)
	SMLAL(22, 5, 1, 6)
	SMLAL2(23, 5, 1, 6)
	SMLAL(24, 4, 2, 6)
	SMLAL2(25, 4, 2, 6)
	SMLAL(26, 5, 2, 6)
	SMLAL2(27, 5, 2, 6)
	SMLAL(28, 4, 3, 6)
	SMLAL2(29, 4, 3, 6)
	SMLAL(30, 5, 3, 6)
	SMLAL2(31, 5, 3, 6)
	VLD1.P 32(R15), [V6.H8, V7.H8]
	SMLAL(16, 6, 0, 7)
	SMLAL2(17, 6, 0, 7)
	SMLAL(18, 7, 0, 7)
	SMLAL2(19, 7, 0, 7)
	SMLAL(20, 6, 1, 7)
	SMLAL2(21, 6, 1, 7)
	SMLAL(22, 7, 1, 7)
	SMLAL2(23, 7, 1, 7)
	SMLAL(24, 6, 2, 7)
	SMLAL2(25, 6, 2, 7)
	SMLAL(26, 7, 2, 7)
	SMLAL2(27, 7, 2, 7)
	SMLAL(28, 6, 3, 7)
	SMLAL2(29, 6, 3, 7)
	SMLAL(30, 7, 3, 7)
	SMLAL2(31, 7, 3, 7)
	SUB  $1, R19
	CBNZ R19, eight
	VST1 [V16.S4, V17.S4, V18.S4, V19.S4], (R7)
	VST1 [V20.S4, V21.S4, V22.S4, V23.S4], (R8)
	VST1 [V24.S4, V25.S4, V26.S4, V27.S4], (R9)
	VST1 [V28.S4, V29.S4, V30.S4, V31.S4], (R10)
	ADD  R5<<2, R0
	ADD  R6<<2, R1
	SUB  $1, R4
	CBNZ R4, group
	RET

// func addBytes(y *int16, x *int8, n int)
//
// y += x for n numbers, a multiple of 16.
TEXT ·addBytes(SB), NOSPLIT, $0-24
	MOVD y+0(FP), R0
	MOVD x+8(FP), R1
	MOVD n+16(FP), R2

bytes:
	VLD1   (R0), [V0.H8, V1.H8]
	VLD1.P 16(R1), [V2.B16]
	SADDW(0, 0, 2)
	SADDW2(1, 1, 2)
	VST1.P [V0.H8, V1.H8], 32(R0)
	SUB    $16, R2
	CBNZ   R2, bytes
	RET

// func addWords(y, x *int16, n int)
//
// y += x for n numbers, a multiple of 16.
TEXT ·addWords(SB), NOSPLIT, $0-24
	MOVD y+0(FP), R0
	MOVD x+8(FP), R1
	MOVD n+16(FP), R2

words:
	VLD1   (R0), [V0.H8, V1.H8]
	VLD1.P 32(R1), [V2.H8, V3.H8]
	VADD   V2.H8, V0.H8, V0.H8
	VADD   V3.H8, V1.H8, V1.H8
	VST1.P [V0.H8, V1.H8], 32(R0)
	SUB    $16, R2
	CBNZ   R2, words
	RET

// func narrow(y *int16, x *int32, n int)
//
// y = x rounded to SlotBits and kept within Most, for n numbers, a multiple of 16.
TEXT ·narrow(SB), NOSPLIT, $0-24
	MOVD y+0(FP), R0
	MOVD x+8(FP), R1
	MOVD n+16(FP), R2
	MOVD $(1<<12), R3
	VDUP R3, V16.S4
	MOVD $3200, R3
	VDUP R3, V17.S4
	MOVD $-3200, R3
	VDUP R3, V18.S4

sixteen:
	VLD1.P 64(R1), [V0.S4, V1.S4, V2.S4, V3.S4]
	VADD   V16.S4, V0.S4, V0.S4
	VADD   V16.S4, V1.S4, V1.S4
	VADD   V16.S4, V2.S4, V2.S4
	VADD   V16.S4, V3.S4, V3.S4
	SSHR13(0, 0)
	SSHR13(1, 1)
	SSHR13(2, 2)
	SSHR13(3, 3)
	SMIN(0, 0, 17)
	SMIN(1, 1, 17)
	SMIN(2, 2, 17)
	SMIN(3, 3, 17)
	SMAX(0, 0, 18)
	SMAX(1, 1, 18)
	SMAX(2, 2, 18)
	SMAX(3, 3, 18)
	XTN(4, 0)
	XTN2(4, 1)
	XTN(5, 2)
	XTN2(5, 3)
	VST1.P [V4.H8, V5.H8], 32(R0)
	SUB    $16, R2
	CBNZ   R2, sixteen
	RET
