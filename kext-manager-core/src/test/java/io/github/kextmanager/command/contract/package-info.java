/** What every implementation of {@link io.github.kextmanager.command.CommandRunner} must keep. */
package io.github.kextmanager.command.contract;
