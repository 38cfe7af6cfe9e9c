package io.github.kextmanager.testing;

import io.github.kextmanager.testing.kernel.Platform;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.policy.Signatures.Enforcement;

/** What a Mac is like before it starts for the first time. */
record MacDescription(
    Platform platform,
    HeldKexts held,
    Start start,
    Enforcement signatures,
    BootSecurity bootSecurity) {}
