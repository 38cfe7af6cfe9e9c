/** The programs with which a Mac tells what it is and how it is protected. */
package io.github.kextmanager.testing.system;
