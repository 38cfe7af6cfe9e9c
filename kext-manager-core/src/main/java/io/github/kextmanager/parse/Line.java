package io.github.kextmanager.parse;

/** A physical line. */
record Line(int number, String text) {}
