/**
 * Reads what a tool said: text and exit status in, verdict out. Pure.
 *
 * <p>What is known about wordings stands in three tables and nowhere else: {@code rules.txt} (one
 * message a line), {@code os-returns.txt} (the kernel's result codes and their texts) and {@link
 * io.github.kextmanager.classify.ExitStatus}. The code only finds wordings in a text ({@link
 * io.github.kextmanager.classify.Scanner}) and weighs what was found ({@link
 * io.github.kextmanager.classify.Decision}).
 *
 * <p>A wording may be part of a program that looks for it or prints it ({@link
 * io.github.kextmanager.classify.ProgramText}); then it is not said. To add a wording, add a line
 * to {@code rules.txt}, whose last column is its test, and a transcript to {@code transcripts.txt}
 * beside the tests.
 */
package io.github.kextmanager.classify;
