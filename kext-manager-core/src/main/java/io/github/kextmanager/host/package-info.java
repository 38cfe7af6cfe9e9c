/**
 * Facts of this Mac, each with how it was learnt: its release, chip and boot, what protects it, who
 * has allowed which kexts, and how root can be had. What could not be learnt is an answer too.
 */
package io.github.kextmanager.host;
