/**
 * What the kernel and the daemons that manage kexts said, and the tools did not pass on: from the
 * unified log, or from {@code system.log} before macOS 10.12.
 */
package io.github.kextmanager.log;
