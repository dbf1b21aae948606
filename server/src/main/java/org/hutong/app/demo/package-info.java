/** The demo town: an invented place to try everything in. */
package org.hutong.app.demo;
