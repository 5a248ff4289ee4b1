# GitHub's own filter for HTML in Markdown, as published in its gem html-pipeline.
# Reads a JSON list of HTML, writes a JSON list of what it leaves of each.
require 'html/pipeline'
require 'json'

pipeline = HTML::Pipeline.new([HTML::Pipeline::SanitizationFilter])
puts JSON.generate(JSON.parse($stdin.read).map { |html| pipeline.call(html)[:output].to_s.strip })
