/**
 * Mach-O files: what they hold, for which processors, and the code signature inside them.
 *
 * <p>What is read comes from disks and may be cut off, damaged or made to do harm. Every size and
 * offset is held against the file before it is used; what does not fit is answered, never followed.
 * Whatever the bytes are, the answer is a value, not an exception. A file is opened once, its size
 * is what it was then, and a file that changes meanwhile is {@link
 * io.github.kextmanager.macho.MachO.Unreadable}.
 *
 * <p>Nothing here says that a signature is <em>valid</em>. It is read; the hashes of its code
 * directory are compared with the file; whether the cryptographic signature over them is genuine,
 * and whether its certificates are trusted, is not examined.
 */
package io.github.kextmanager.macho;
