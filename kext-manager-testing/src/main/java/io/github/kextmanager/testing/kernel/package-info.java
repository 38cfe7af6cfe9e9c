/**
 * The kernel of the simulated Mac: which kexts are loaded, and what it answers to a request to load
 * or unload one.
 *
 * <p>It follows xnu, libkern/c++/OSKext.cpp, as of 10.15 (xnu-6153.141.1) unless a comment says
 * otherwise, in order, text and result. It knows nothing of files or policies.
 */
package io.github.kextmanager.testing.kernel;
