package io.github.kextmanager.doctor;

/**
 * A part of a report.
 *
 * @param name its name, such as {@code log.txt}
 * @param text what it says
 */
public record Document(String name, String text) {}
