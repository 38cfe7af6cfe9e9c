/** An installer in shell, tested on simulated Macs. */
package io.github.kextmanager.examples.shell;
