package io.github.kextmanager.verdict;

/**
 * Live instances of a class of a kext, which keep the kext loaded.
 *
 * @param className the C++ class
 * @param instances how many there are
 */
public record ClassInstances(String className, int instances) {}
