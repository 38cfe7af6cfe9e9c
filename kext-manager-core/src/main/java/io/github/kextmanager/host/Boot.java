package io.github.kextmanager.host;

import io.github.kextmanager.model.BootMode;
import java.util.UUID;

/**
 * This start of the Mac. None of it changes until the next.
 *
 * @param session its boot session
 * @param mode how it was started
 * @param auxiliaryCollection the collection of others' kexts with which the kernel was started,
 *     from macOS 11 ({@code kern.auxiliaryfilesetuuid}); a kernel without one has no such variable
 */
public record Boot(
    HostFact<UUID> session, HostFact<BootMode> mode, HostFact<UUID> auxiliaryCollection) {}
