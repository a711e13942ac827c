/* Wine 8 has no bcryptprimitives.dll, which programs of Rust ask for seeds of their hash maps. */
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom */
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T len) { return SystemFunction036(to, (ULONG)len); }
