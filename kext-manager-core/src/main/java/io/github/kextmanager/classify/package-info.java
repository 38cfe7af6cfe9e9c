/**
 * Reads what a tool said: text and exit status in, verdict out. Pure.
 *
 * <p>What is known about wordings stands in three tables and nowhere else: {@code rules.txt} (one
 * message a line), {@code os-returns.txt} (the kernel's result codes and their texts) and {@link
 * io.github.kextmanager.classify.ExitStatus}. The code only finds wordings in a text ({@link
 * io.github.kextmanager.classify.Scanner}) and weighs what was found ({@link
 * io.github.kextmanager.classify.Decision}).
 */
package io.github.kextmanager.classify;
