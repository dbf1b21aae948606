/** The HTTP side of files: reading them. */
package org.hutong.file.web;
