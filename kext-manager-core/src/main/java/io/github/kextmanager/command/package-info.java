/**
 * The seam between the library and the operating system: one command in, one result out.
 *
 * <p>{@link io.github.kextmanager.command.CommandRunner} is the only way in which the library runs
 * anything, so whoever implements it stands in for the whole machine. Nothing here knows of kexts.
 */
package io.github.kextmanager.command;
