package io.github.kextmanager.testing.bundle;

/**
 * Code, and what its {@code kmod_info} says.
 *
 * @param name the name
 * @param version the version
 * @param code the code
 */
record KextModule(String name, String version, Executable code) {}
