/**
 * What the tools print, read into values: pure functions from text, without processes and files.
 *
 * <p>{@link io.github.kextmanager.parse.KextTableReader} reads the tables of {@code kextstat} and
 * {@code kmutil showloaded}, as printed and as people paste them.
 */
package io.github.kextmanager.parse;
