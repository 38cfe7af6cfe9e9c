/** Changes, each one look, one command and one more look, one change at a time. */
package io.github.kextmanager.operation;
