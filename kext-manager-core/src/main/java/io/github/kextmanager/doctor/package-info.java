/** Says why something was refused, and who can do what about it. */
package io.github.kextmanager.doctor;
