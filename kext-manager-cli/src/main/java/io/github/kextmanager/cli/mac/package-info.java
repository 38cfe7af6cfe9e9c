/** The Mac that a command is about: this one, or a simulated one. */
package io.github.kextmanager.cli.mac;
