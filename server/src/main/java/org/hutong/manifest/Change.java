package org.hutong.manifest;

/** What became of an officer's wish to change an application. */
public sealed interface Change permits Changed, ApplicationRefusal {
}
