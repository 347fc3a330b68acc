"""Given names that are common in the most written languages."""

from __future__ import annotations

from functools import cache

from broadsheet.recognise.lexicon.months import fold

_NAMES = """
    Aaron Abby Abdul Abdullah Abigail Ada Adam Adele Aditya Adnan Adolf Adrian Agata Agnes Agnieszka Ahmad Ahmed Aisha
    Aishe Alain Alan Albert Alberto Albrecht Aleksandr Aleksandra Aleksei Alena Alessandra Alessandro Alex Alexander
    Alexandra Alexandre Alexei Alexis Alfonso Alfred Alfredo Ali Alice Alicia Alison Allison Álvaro Amalia Amanda Amélie
    Amina Amir Amira Ana Anastasia Anders Andrea Andreas Andrei Andrés Andrew Andrey Andrzej Andy Ángel Angela Angelika
    Angelina Anita Anja Anke Anna Anne Annegret Annette Annie Anthony Antje Antoine Anton Antonia Antonio Ariana Armando
    Armin Arne Arnold Arthur Arturo Arvind Asim Asma Astrid Audrey Augusto Axel Ayşe Barack Barbara Barry Bartosz Bashar
    Beata Beate Beatrice Beatriz Ben Benazir Benedikt Benito Benjamin Benoît Bernadette Bernard Bernardo Bernd Bernhard
    Bernie Bert Berthold Bettina Betty Bill Billy Binyamin Birgit Bjarne Björn Bob Bogdan Boris Božena Brad Brandon
    Brenda Brendan Brian Brigitte Britney Britta Bruno Bryan Camilla Camille Carla Carlo Carlos Carlotta Carmen Carol
    Carole Carolin Caroline Carolyn Carsten Catherine Cathy Cecilia Cédric Celine Cem Cesar Charles Charlie Charlotte
    Chiara Chloé Chris Christa Christel Christian Christiane Christina Christine Christoph Christophe Christopher Claire
    Clara Claude Claudia Claudio Claus Clemens Colin Colleen Connie Constantin Constanze Cordelia Corinna Cornelia Craig
    Cristiano Cristina Cynthia Dagmar Damian Damien Dan Daniel Daniela Daniele Danielle Danny Dariusz Darren Dave David
    Davide Debbie Deborah Denis Denise Dennis Derek Detlef Diana Diane Dick Didier Diego Dieter Dietmar Dietrich Dilma
    Dimitri Dirk Dmitri Dmitry Dmytro Dolores Dominic Dominik Dominique Donald Dorothea Dorothee Dorothy Doug Douglas
    Dwight Eberhard Eddie Edgar Edith Edmund Édouard Eduard Eduardo Edward Edwin Egon Eileen Ekaterina Eleanor Elena
    Elfriede Elif Elisa Elisabeth Elise Elizabeth Elke Ella Ellen Elliot Elon Elsa Elvis Emanuel Emil Emilia Emilio
    Emily Emma Emmanuel Enno Enrico Enrique Eric Erich Erik Erika Ernesto Ernst Erwin Esther Ethan Étienne Eugen Eugene
    Eva Evelyn Evgeny Fabian Fabio Fadi Fatima Fatma Federico Felicitas Felipe Felix Fernanda Fernando Fidel Filip Fiona
    Florian Francesca Francesco Francis Francisco Franck François Françoise Frank Franz Franziska Fred Freddie Freddy
    Frederic Frederick Frederik Fredrik Friedemann Friedrich Fritz Gabi Gabriel Gabriela Gabriele Gabriella Gareth Gary
    Gavin Geert Geoff Geoffrey Georg George Georges Georgi Georgina Gerald Gérard Gerd Gerhard Gerry Gertrud Giacomo
    Gianni Gilles Gina Giorgia Giorgio Giovanni Gisela Giulia Giuliano Giulio Giuseppe Glenn Goran Gordon Graham Greg
    Gregor Gregory Greta Grigori Grzegorz Guido Guillaume Guillermo Gunnar Günter Günther Gustav Gustavo Håkon Hamid
    Hanna Hannah Hannes Hans Hans-Peter Harald Harriet Harry Hartmut Hasan Hassan Hayao Heather Hector Heidi Heike Heiko
    Heiner Heinrich Heinz Helen Helena Helene Helga Helge Helmut Hendrik Henri Henrik Henry Herbert Hermann Hilary Hilde
    Hillary Hiroshi Holger Horst Hossein Hubert Hugh Hugo Humphrey Hüseyin Hussein Iain Ian Ibrahim Ida Ignacio Igor
    Ilham İlkay Ilona Imran Indira Inés Inga Inge Ingeborg Ingo Ingrid Iñigo Ioannis Irena Irene Irina Irmgard Isabel
    Isabella Isabelle Ismael Ismail Ivan Ivana Iwona Jack Jacky Jacob Jacqueline Jacques Jaime Jake Jakob Jamal James
    Jamie Jan Jana Jane Janet Janez Janine Janusz Jared Jaroslav Jaroslaw Jasmin Jason Javi Javier Jean Jean-Claude
    Jean-François Jean-Luc Jean-Marie Jean-Paul Jean-Pierre Jeanne Jeff Jeffrey Jennifer Jenny Jens Jeremy Jérôme Jerry
    Jesper Jess Jessica Jesús Jill Jim Jimmy Joachim Joan Joana Joanna Joanne João Jochen Jody Joe Joel Johan Johann
    Johanna Johannes John Johnny Jon Jonas Jonathan Jörg Jorge José Josef Josefina Joseph Josephine Josh Joshua Josip
    Joyce Juan Juanita Judith Judy Julia Julian Juliane Julie Julien Juliet Juliette Julio Julius Junichiro Jürgen
    Justin Jutta Kai Kaja Kamala Karel Karen Karim Karin Karl Karl-Heinz Karla Karol Karolina Karsten Katarina Katarzyna
    Kate Katharina Katherine Kathleen Kathrin Kathryn Kathy Katie Katja Katrin Keir Keith Kelly Ken Kenji Kenneth
    Kerstin Kevin Khalid Kilian Kirsten Kirstin Kjell Klara Klaus Knut Konrad Konstantin Kristian Kristin Kristina
    Kristine Krystyna Krzysztof Kurt Kwasi Kylie Kyriakos Larry Lars Lasse Laszlo Laura Lauren Laurence Laurent Laurie
    Lea Leah Lech Lena Leni Leo Leon Leonard Leonardo Leonid Leopold Leslie Liam Liesbeth Lina Linda Lindsay Lionel Lisa
    Livia Lorenz Lorenzo Lothar Lou Louis Louisa Louise Luca Lucas Lucia Lucie Lucien Lucy Ludovic Ludwig Luigi Luis
    Luisa Luiz Lukas Luke Lutz Lydia Lynn Madeleine Magda Magdalena Magnus Mahmoud Mahmud Maike Manfred Manuel Manuela
    Marc Marcel Marcello Marcelo Marcin Marco Marcos Marcus Marek Margaret Margarete Margarita Margot Margrethe Maria
    Mariam Marian Mariana Marianne Marie Marija Marina Mario Mariusz Marjorie Marko Markus Marlene Marlies Marta Martha
    Martin Martina Martine Marwan Mary Mateusz Mathias Mathieu Mathilde Matilda Mats Matt Matteo Matthew Matthias
    Mattias Maud Maureen Maurice Mauricio Maurizio Max Maxim Maxime Maximilian Małgorzata Mehmet Melania Melanie Melissa
    Mette Micha Michael Michal Michał Michel Michela Michele Michelle Mick Miguel Mihai Mike Mikhail Milena Miloš Minna
    Miriam Mirjam Mirko Mohamed Mohammad Mohammed Moira Molly Monica Monika Monique Moritz Morten Moshe Muhammad Murat
    Musa Mustafa Mykhailo Mykola Nadia Nadine Nadja Naftali Nancy Naomi Narendra Natalia Natalie Nataliia Natascha
    Nathalie Nathan Neil Nia Niall Nick Nicky Nicol Nicola Nicolas Nicole Nigel Nika Niki Nikita Nikki Niklas Nikola
    Nikolai Nikolaus Nils Nina Noah Noam Noël Nora Norbert Nuno Nuria Odile Olaf Ólafur Olav Ole Oleg Oleh Oleksandr
    Oleksii Olena Olga Olha Oliver Olivia Olivier Olly Omar Orhan Osama Oscar Oskar Oswald Othmar Otto Pablo Pamela
    Paolo Pascal Pascale Patricia Patrick Patrik Patrizia Patti Paul Paula Paulina Pauline Paulo Paweł Pedro Peggy
    Penelope Per-Erik Pete Peter Petra Petro Petros Phil Philip Philipp Philippe Phillip Phyllis Pierre Pietro Pilar
    Piotr Pippa Quentin Rachel Rafael Rafał Raffaele Raimund Rainer Ralf Ralph Ramón Ramona Randy Raphael Rasmus Raúl
    Raymond Rebecca Recep Regine Reiner Reinhard Reinhold Renata Renate René Ricardo Riccardo Richard Rick Rita Rob
    Robbie Robby Robert Roberta Roberto Robin Rodrigo Roger Rohit Roland Rolf Ron Ronald Ronan Ronnie Rosa Rosemary
    Rosie Roxana Roy Rubén Rudi Rüdiger Rudolf Rudolph Rudy Rupert Ruth Sabine Sadiq Sahra Sajid Sally Salvatore Sam
    Samantha Samir Samuel Sandra Sandrine Sandy Sanna Sara Sarah Sascha Saskia Scarlett Sebastian Sébastien Serena Serge
    Sergei Sergej Sergey Sergio Serhii Shannon Sharon Shaun Shirley Siegfried Siegmar Sigmund Sigrid Silke Silvia Silvio
    Simon Simona Simone Sinéad Sofia Sofie Sonia Sonja Sophia Sophie Stacey Stan Stanislaw Stanisław Stefan Stefania
    Stefanie Steffen Steffi Stephan Stéphane Stephanie Stephen Steve Steven Stig Sue Sunil Susan Susanna Susanne Suzanne
    Svante Sven Svenja Svetlana Sybille Sylvain Sylvia Sylvie Tamara Tania Tanja Tanya Tariq Tatiana Tatjana Ted Teresa
    Teresia Terry Theo Theodor Theodore Theresa Therese Thierry Thilo Thomas Thorsten Tiago Tilman Tim Timo Timothy Tina
    Tobias Toby Todd Tom Tomás Tomasz Tommaso Tommy Tony Torben Torsten Tracy Trevor Tristan Udo Ulf Ulla Ulrich Ulrike
    Umberto Ursula Uta Ute Uwe Václav Valentin Valentina Valérie Vanessa Vera Verena Veronica Veronika Veronique
    Viacheslav Vicente Vicki Vicky Victor Viktor Viktoria Vincenzo Virginie Vitali Vitaliy Vivian Viviana Vivien
    Vivienne Vladimir Volker Volodymyr Vytautas Wadim Walt Walther Waltraud Wanda Wendy Werner Wilfried Wilhelm Willem
    Willi William Willy Winfried Wojciech Wolfgang Wolfram Woody Włodzimierz Xaver Xavier Yahya Yann Yannick Yannis
    Yasmin Yasser Yitzhak Yolanda Yoshihide Youssef Yulia Yuri Yuriy Yusuf Yvette Yvonne Zbigniew Zoe Zofia Łukasz
    Александр Александра Алексей Анастасия Анатолий Андрей Андрій Анна Антон Борис Вадим Валентин Валентина Валерий
    Василий Вера Виктор Виталий Владимир Владислав Володимир Вячеслав Галина Ганна Геннадий Георгий Григорий Дарья Денис
    Джо Джон Дмитрий Дмитро Дональд Евгений Евгения Екатерина Елена Иван Игорь Илья Ирина Кирилл Константин Ксения
    Лариса Лев Леонид Людмила Максим Марина Мария Микола Михаил Михайло Надежда Наталья Наталія Никита Николай Оксана
    Олег Олександр Олексій Олена Ольга Павел Петр Роман Руслан Светлана Сергей Сергій Станислав Тамара Татьяна Федор
    Юлия Юрий Юрій Яна Ігор Ірина Αλέξης Γιάννης Γιώργος Δημήτρης Ελένη Κυριάκος Κώστας Μαρία Νίκος
"""
_DOUBTFUL = """
    Alexis Angel August Austin Avery Barney Blair Blake Cameron Carolina Carter Charlotte Chase Chester Clark Cole
    Cooper Curtis Dakota Dale Dallas Dean Dominique Don Drew Duncan Ernest Faith Florence Forrest Francis Garrett
    Georgia Glen Grace Grant Guy Harper Harrison Hope Houston Howard Hunter Iris Isaac Jackson Jay Jefferson Jordan
    Kent Lance Lee Leslie Logan Lloyd Madison Marion Mark Marshall Mason May Mercedes Milan Mitchell Morgan Murray
    Nelson Norman Orlando Owen Paris Parker Percy Preston Ray Regina Reed Rex Rich Riley Rose Ross Roman Russell Ryan
    Salvador Santiago Scott Sidney Sierra Spencer Stanley Stuart Sydney Taylor Todd Travis Tyler Vernon Victoria
    Vincent Viola Virginia Wallace Warren Wayne Wesley Will Winston
"""
"""Those that newspapers have as often as surnames, places or words."""


@cache
def is_given_name(word: str, *, first: bool = False) -> bool:
    """
    Whether a word is a common given name, whatever its accents and its case.

    That it stands `first` in what may be a name speaks for those that are as often something else.

    >>> is_given_name("Ada"), is_given_name("JOSE"), is_given_name("Lovelace")
    (True, True, False)
    >>> is_given_name("Jordan"), is_given_name("Jordan", first=True)
    (False, True)
    """
    key = fold(word)
    return key in _folded(_NAMES) or (first and key in _folded(_DOUBTFUL))


@cache
def _folded(names: str) -> frozenset[str]:
    return frozenset(map(fold, names.split()))
