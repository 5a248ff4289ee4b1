<?php
// What the tests add to the settings that MediaWiki's installer wrote: uploads of pictures, as on
// most wikis; footnotes; and, on one of the two servers, raw HTML.
$wgServer = getenv('OFFRAMP_ADDRESS');
$wgEnableUploads = true;
$wgFileExtensions[] = 'svg';
$wgSVGConverter = 'rsvg';
$wgUseImageMagick = false; // pictures of pixels are PHP's own affair
$wgUploadDirectory = getenv('OFFRAMP_HOME') . '/images';
$wgUploadPath = '/uploaded';
$wgCacheDirectory = getenv('OFFRAMP_HOME') . '/cache';
$wgJobRunRate = 0;
wfLoadExtension('Cite');
// Only where every editor may be trusted with the pages of all others.
$wgRawHtml = getenv('OFFRAMP_RAW_HTML') === 'yes';
$wgGroupPermissions['*']['edit'] = !$wgRawHtml;
$wgGroupPermissions['*']['createaccount'] = !$wgRawHtml;
