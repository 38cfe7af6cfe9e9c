package io.github.kextmanager.dependency;

import java.util.List;

/**
 * What a kext got for its {@code OSBundleLibraries}.
 *
 * @param found the kexts chosen, in the order in which they were asked for
 * @param problems what it did not get, in the order in which Apple's library comes across it
 * @param styles the kinds of kernel libraries that it asks for
 */
record DirectLibraries(
    List<RepositoryKext> found, List<Problem> problems, KernelLibraryStyles styles) {}
