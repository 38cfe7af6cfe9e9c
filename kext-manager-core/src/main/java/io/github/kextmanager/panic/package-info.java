/**
 * Reads the reports that macOS writes after a kernel panic, as far as they speak of kexts. Both
 * generations: plain text, and from about macOS 10.15 a JSON file around the same text.
 */
package io.github.kextmanager.panic;
