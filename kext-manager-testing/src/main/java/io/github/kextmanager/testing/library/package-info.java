/**
 * The kext library of user space: which kexts there are, whether they are valid, what they need,
 * and how one is handed to the kernel.
 *
 * <p>It follows IOKitUser, kext.subproj/OSKext.c, in order, text and result.
 */
package io.github.kextmanager.testing.library;
